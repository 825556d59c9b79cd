"""Bytes to Article: plain text, HTML, JSONL, URLs; encoding, language and date; what is not the article."""
