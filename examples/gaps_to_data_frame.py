"""From a district's folder to data frames of all judged pairs, coverage and findings."""

from __future__ import annotations

import sys

import pandas as pd

import curalign as ca

folder = sys.argv[1] if len(sys.argv) > 1 else "corpora/maple-valley"
district = ca.read_district(folder)
alignment = ca.align(district.framework, district.materials)
coverage = ca.measure_coverage(alignment)

pairs = pd.DataFrame(alignment.rows())  # every judged pair, not only the best
table = pd.DataFrame(coverage.rows())
findings = pd.DataFrame([{"code": f.code, "standard": f.standard and f.standard.code} for f in ca.find_gaps(coverage)])

print(alignment.made_with)
print(len(pairs), "judged pairs")
print(table[table.school.eq("") & table.counted].groupby(["kind", "strength"]).size())
print(findings.groupby("code").size())
