"""What the numbers mean: gates, audiences, costs, and how a round settles."""
