"""Goals, steps, homework and the plan, as client and clinician settled them."""
