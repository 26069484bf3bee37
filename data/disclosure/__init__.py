"""What may leave the unit: small numbers, single columns, and people who could be told apart.

Levels as in `models.codes.DisclosureLevel`; files and screens ask here and nowhere else.
"""

from data.disclosure.columns import may_show
from data.disclosure.counts import public_count, public_counts, public_total
from data.disclosure.figures import OUTCOMES, disclosed

__all__ = ["OUTCOMES", "disclosed", "may_show", "public_count", "public_counts", "public_total"]
