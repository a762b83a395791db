"""What a group needs and what it gets: the intake form and its plan, guessing the numbers, before and after. Pure."""
