#!/usr/bin/python3
"""Writes the sha256 of every data file into the last column of SOURCES.md. Run in any folder, after a file changed."""
import hashlib
import os
import re

DATA = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


def with_sum(row):
    name = re.match(r'\| `([^`]+)` \|', row)
    if not name:
        return row
    with open(os.path.join(DATA, name[1]), 'rb') as file:
        digest = hashlib.sha256(file.read()).hexdigest()
    return re.sub(r'\| [^|]* \|$', f'| {digest} |', row)


def main():
    path = os.path.join(DATA, 'SOURCES.md')
    with open(path, encoding='utf-8') as file:
        rows = file.read().split('\n')
    with open(path, 'w', encoding='utf-8') as file:
        file.write('\n'.join(map(with_sum, rows)))


if __name__ == '__main__':
    main()
