"""What figures mean: pure functions from counts and frames to estimates."""
