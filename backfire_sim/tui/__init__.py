"""Textual, and only here: `app.run` opens the app."""
