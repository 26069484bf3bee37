"""A fictional world with a known truth, written as files that the road takes in."""

from data.synthetic.custody import TODAY as LAST_DAY
from data.synthetic.world import write_demo

__all__ = ["LAST_DAY", "write_demo"]
