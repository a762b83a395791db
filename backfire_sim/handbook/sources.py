"""Where the pages have what they say. Titles stay in their own language.

Most of these were read as stored pages or excerpts, not as whole books or papers.
"""

SOURCES: dict[str, str] = {
    "founding": "Harnessing Our Power to End (HOPE) Political Violence, training page. endpoliticalviolence.org",
}
"""Author, title, year and where to find it, by id."""
