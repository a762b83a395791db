"""The blocks of a training in words: what happens, what to open, what lies ready, and why."""
