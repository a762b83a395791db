"""The terminal app; Textual is used only here."""
