#!/usr/bin/env python3
"""gen_nasty.py KIND COUNT > FILE: input that is meant to hurt a YAML reader.

flow      COUNT opening brackets, then as many closing ones
open      COUNT opening brackets and nothing else
block     COUNT nested block sequences on one line
anchors   COUNT anchors
aliases   COUNT aliases of one anchor
laughs    COUNT levels of nine aliases each: nine to the COUNT values if they were expanded
longline  one scalar of COUNT characters
"""
import sys


def nasty(kind, count):
    if kind == "flow":
        return "[" * count + "]" * count + "\n"
    if kind == "open":
        return "[" * count + "\n"
    if kind == "block":
        return "- " * count + "1\n"
    if kind == "anchors":
        return "".join(f"- &a{i} {i}\n" for i in range(count))
    if kind == "aliases":
        return "- &a x\n" + "- *a\n" * count
    if kind == "laughs":
        levels = ["a0: &a0 [x,x,x,x,x,x,x,x,x]\n"]
        for i in range(1, count):
            levels.append(f"a{i}: &a{i} [{','.join([f'*a{i - 1}'] * 9)}]\n")
        return "".join(levels)
    if kind == "longline":
        return "a: " + "x" * count + "\n"
    raise SystemExit(__doc__)


if __name__ == "__main__":
    if len(sys.argv) != 3:
        raise SystemExit(__doc__)
    sys.stdout.write(nasty(sys.argv[1], int(sys.argv[2])))
