"""Files that people take home: self-contained HTML pages with their pictures, and Markdown."""
