"""Frame in, chart out; a chart touches nothing else."""
