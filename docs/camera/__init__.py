"""What docs/pictures.py takes pictures of: a module for each part of the training, and the studio that they share."""
