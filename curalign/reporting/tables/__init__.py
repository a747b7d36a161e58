"""Values -> files that other programs read: JSON, CSV, workbooks."""
