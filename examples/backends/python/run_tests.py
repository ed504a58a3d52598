"""pytest, closed by one line that says how many tests passed and failed."""

import sys

import pytest


class Count:
    """A plugin of pytest that counts. A test that was skipped did not pass."""

    def __init__(self):
        self.passed = self.failed = 0

    def pytest_runtest_logreport(self, report):
        self.passed += report.when == "call" and report.passed
        self.failed += report.failed or report.skipped


count = Count()
status = pytest.main(["--quiet", "--no-header", "-p", "no:cacheprovider"], plugins=[count])
if status and not count.failed:
    count.failed = 1  # a test file that could not be read counts as none
print(f"{count.passed} passed, {count.failed} failed")
sys.exit(1 if count.failed else 0)
