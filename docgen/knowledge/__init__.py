"""What officials know, as dated data with its sources, and its one loader."""
