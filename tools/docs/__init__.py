"""Documents that are made from the code itself."""
