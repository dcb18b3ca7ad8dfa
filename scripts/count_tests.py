"""Prints `N passed, N failed` from a JUnit file of CTest; a test that did not run counts as failed."""

import sys
import xml.etree.ElementTree as ElementTree

cases = ElementTree.parse(sys.argv[1]).getroot().findall("testcase")
passed = sum(case.get("status") == "run" for case in cases)
print(f"{passed} passed, {len(cases) - passed} failed")
sys.exit(0 if cases and passed == len(cases) else 1)
