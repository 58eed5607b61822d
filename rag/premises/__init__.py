"""What a question asserts, checked against the plan."""
