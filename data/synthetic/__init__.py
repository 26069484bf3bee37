"""A fictional world with a known truth, written as files that the road takes in."""

from data.synthetic.world import write_demo

__all__ = ["write_demo"]
