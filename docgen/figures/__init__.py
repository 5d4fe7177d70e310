"""Block → Figure: every figure of a text, and nothing else."""
