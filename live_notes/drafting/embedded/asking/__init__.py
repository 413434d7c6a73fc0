"""A clinician's questions: what is asked, put inside a sentence as shortly as it can be."""
