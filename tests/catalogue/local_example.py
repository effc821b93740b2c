"""An invented municipality's own content, for tests only: Voorbeeldstad stands for Amsterdam (GM0363)."""

from pathlib import Path

CITY = "GM0363"
CITY_REGION = "groot-amsterdam"
VILLAGE_IN_REGION = "GM0384"  # Diemen
ELSEWHERE = "GM0599"

FUND = """
id: voorbeeldfonds
name: {nl: Voorbeeldfonds leren, en: Example fund for learning}
aliases: [voorbeeldfonds, stadsleerfonds]
summary: {nl: De gemeente betaalt een cursus tot 500 euro., en: The municipality pays for a course up to 500 euros.}
next-step: {nl: Vraag het aan bij de balie van de gemeente., en: Ask for it at the desk of the municipality.}
kinds: [funding]
levels: [municipality]
provider: Gemeente Voorbeeldstad
applicants: [person]
costs-money: false
versions:
  - from: 2026-01-01
    to: 2026-12-31
    exact: true
    windows: []
    amount: {minimum: null, maximum: 500, text: {nl: Tot 500 euro., en: Up to 500 euros.}}
varies-locally: false
conditions: []
not-when: []
check-yourself: []
permission-from: null
route: {purpose: funding, useful-when: [{field: learningBudget, one-of: [none]}], rank: 0}
flexible: {time: null, place: null, start: null}
learning-form: null
hours-per-week: null
duration: null
barriers: [no-means]
solutions: [funding]
target-groups: []
replaced-by: []
excludes: []
contact: {url: https://voorbeeldstad.example/leren, url-verified: true, phone: null, phone-verified: false}
recommendable: true
mentioned-in-article: false
checked-on: 2026-11-01
confidence: high
sources:
  - {claim: Invented for the tests, references: [], mark: K, confidence: low, checked-on: 2026-11-01}
"""
TEXTS = """
geldfit:
  next-step: {nl: Bel de balie Geldzaken van Voorbeeldstad., en: Call the money desk of Voorbeeldstad.}
  contact: {url: null, url-verified: false, phone: "0900 1234", phone-verified: true}
  source: {claim: Invented for the tests, references: [], mark: K, confidence: low, checked-on: 2026-11-01}
"""
DESK = """
name: Leerbalie Voorbeeldstad
url: https://voorbeeldstad.example/leerbalie
phone: 0900 5678
source: Invented for the tests
checked-on: 2026-11-01
"""


def add_local(folder: Path, place: str, **texts: str) -> Path:
    """Write files of a place: `fund`, `texts` and `desk`."""
    root = folder / "local" / place
    (root / "measures").mkdir(parents=True, exist_ok=True)
    names = {"fund": "measures/voorbeeldfonds.yml", "texts": "texts.yml", "desk": "desk.yml"}
    for name, text in texts.items():
        (root / names[name]).write_text(text, encoding="utf-8")
    return root
