"""The catalog and other tools: spreadsheets in, spreadsheets out."""
