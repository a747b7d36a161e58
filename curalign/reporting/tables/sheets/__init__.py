"""View -> the sheets of a workbook, a file for each."""
