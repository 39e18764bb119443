"""The theorem library: reading, testing, compiling and documenting the files under theorems/."""
