"""Everything that touches the disk: plays, paths, privacy."""
