"""What is drawn: each widget shows a part of a view and computes nothing."""
