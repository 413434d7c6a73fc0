"""What masking is measured with: labelled lines, their form as heard, and stock Presidio beside ours."""
