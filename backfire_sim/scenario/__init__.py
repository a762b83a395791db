"""The file format: reading, checking, compiling."""
