from __future__ import annotations

import pytest
from reporting_samples import RUN, district_coverage, district_findings, maple_framework

from curalign.domain.coverage import Coverage
from curalign.domain.standards import Framework
from curalign.reporting import View, build_view, to_html


@pytest.fixture(scope="session")
def framework() -> Framework:
    return maple_framework()


@pytest.fixture(scope="session")
def coverage(framework: Framework) -> Coverage:
    return district_coverage(framework)


@pytest.fixture(scope="session")
def view(framework: Framework, coverage: Coverage) -> View:
    return build_view(coverage, district_findings(framework), district="maple-valley", run=RUN)


@pytest.fixture(scope="session")
def view_without_pd(framework: Framework) -> View:
    return build_view(district_coverage(framework, with_pd=False), (), district="maple-valley", run=RUN)


@pytest.fixture(scope="session")
def page_text(view: View) -> str:
    return to_html(view)
