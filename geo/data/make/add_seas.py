#!/usr/bin/python3
"""Adds seas to seas.geojson from coarse drafts, and fits them to each other.

usage: add_seas.py DRAFTS SEAS.geojson

A draft is one line: id | name | article | ko | ja | zh | aliases | label | angle | rank | options | ring. A ring is
written as "lon lat,lon lat". Where a new outline meets one that is there already, the older one stays; what remains
of the new one is kept. A draft with an id of the file replaces that sea. Options, separated by blanks:

t          used in text only; may overlap other seas
c=A B      (to the end) ids of the seas inside this one
in=A       lies inside A and is cut to it
clip=A     the same, for a sea used in text only
k=A,B      cuts itself out of A and B
u=A,B      is the union of A and B
A=X;Y      (to the end) aliases

Needs python3-shapely. seas.geojson is edited by hand after that; the tests check outlines, labels and names.
"""
import json
import math
import re
import sys

from shapely.affinity import translate
from shapely.geometry import Polygon
from shapely.ops import unary_union
from shapely.validation import make_valid

KEYS = ('id', 'name', 'article_name', 'name_ko', 'name_ja', 'name_zh', 'name_fr', 'aliases', 'label', 'angle', 'rank',
        'options', 'ring')
POLAR_CAP = [(180, -90), (90, -90), (0, -90), (-90, -90), (-180, -90)]
SLIVER_DEG = 0.004   # what is thinner than this is a rest of two coarse lines


def largest(shape):
    shape = make_valid(shape).buffer(-SLIVER_DEG, join_style=2).buffer(SLIVER_DEG, join_style=2)
    pieces = [shape] if shape.geom_type == 'Polygon' else [p for p in shape.geoms if p.geom_type == 'Polygon']
    return Polygon(max(pieces, key=lambda p: p.area).exterior)


def turned_to(shape, other):
    """`shape` in the longitudes of `other`."""
    return [translate(shape, turn) for turn in (-360, 0, 360) if translate(shape, turn).intersects(other)]


def minus(shape, other):
    for turned in turned_to(other, shape):
        shape = shape.difference(turned)
    return shape


def with_short_edges(points):
    """No edge along a parallel spans more than 60 degrees, so that it stays clear on which side of the Earth it runs."""
    result = [points[0]]
    for (x0, y0), (x1, y1) in zip(points, points[1:]):
        pieces = math.ceil(abs(x1 - x0) / 60) or 1
        result += [(x0 + (x1 - x0) * i / pieces, y0 + (y1 - y0) * i / pieces) for i in range(1, pieces + 1)]
    return result


def scales(shape, is_text):
    """Scale denominators between which a name of this size is readable."""
    if is_text:
        return 0, 0
    km2 = sum(abs(p.area) for p in [shape]) * 111.2 ** 2 * max(0.1, math.cos(math.radians(shape.centroid.y)))
    most = min(110e6, max(2e6, math.sqrt(km2) * 55e3))
    digits = 10 ** (math.floor(math.log10(most)) - 1)
    most = round(most / digits) * digits
    return (30e6, 0) if km2 > 12e6 else (float(round(most / 20 / 1e4) * 1e4), float(most))


def option(options, key, to_end=False):
    found = re.search(r'(?:^|\s)' + key + '=' + ('(.*)' if to_end else r'(\S+)'), options)
    return found[1] if found else ''


def read_drafts(path):
    with open(path, encoding='utf-8') as file:
        for line in file:
            if line.strip() and not line.startswith('#'):
                fields = line.rstrip('\n').split('|')[:len(KEYS)]
                yield dict(zip(KEYS, fields + [''] * (len(KEYS) - len(fields))))


def raw_ring(draft):
    points = [tuple(map(float, p.split())) for p in draft['ring'].split(',') if p.strip()]
    if draft['id'] == 'southern-ocean':
        points = points[:-1] + POLAR_CAP
    return make_valid(Polygon(points))


def main(drafts_path, seas_path):
    with open(seas_path, encoding='utf-8') as file:
        features = {f['properties']['id']: f['properties'] | {'shape': Polygon(f['geometry']['coordinates'][0])}
                    for f in json.load(file)['features']}
    drafts = {d['id']: d for d in read_drafts(drafts_path)}
    for key in drafts:
        features.pop(key, None)
    # Parents come first, so that their parts can be cut to them; a part does not cut its parent.
    order = sorted(drafts.values(), key=lambda d: bool(option(d['options'], 'in')) or bool(option(d['options'], 'clip')))
    for draft in order:
        options = draft['options']
        is_text = options.startswith('t')
        parent = option(options, 'in') or option(options, 'clip')
        union = option(options, 'u')
        shape = unary_union([features[o]['shape'].buffer(0.01) for o in union.split(',')]) if union else raw_ring(draft)
        carved = option(options, 'k').split(',') if option(options, 'k') else []
        for owner in carved:
            features[owner]['shape'] = largest(minus(features[owner]['shape'], shape))
        if not is_text:
            for other, sea in features.items():
                grand = {parent} | {o for o, s in features.items() if parent and parent in s['contains']}
                if sea['drawn_as_label'] and other not in carved and other not in grand:
                    shape = minus(shape, sea['shape'])
        if parent:
            shape = unary_union([shape.intersection(t) for t in turned_to(features[parent]['shape'], shape)])
            if draft['id'] not in features[parent]['contains']:
                features[parent]['contains'] = features[parent]['contains'] + [draft['id']]
        shape = largest(shape)
        low, high = scales(shape, is_text)
        aliases = option(options, 'A', True) or draft['aliases']
        features[draft['id']] = {
            'id': draft['id'], 'name': draft['name'], 'second_name': '', 'article_name': draft['article_name'],
            'name_ko': draft['name_ko'], 'name_ja': draft['name_ja'], 'name_zh': draft['name_zh'],
            'name_fr': draft['name_fr'],
            'aliases': [a for a in aliases.split(';') if a],
            'contains': (option(options, 'c', True).split() if option(options, 'c', True) else []),
            'label': [float(v) for v in draft['label'].split(',')], 'label_angle_deg': int(draft['angle']),
            'min_scale': low, 'max_scale': high, 'drawn_as_label': not is_text, 'rank': int(draft['rank']),
            'shape': shape}
    rows = []
    for sea in features.values():
        ring = [[round(x, 2), round(y, 2)] for x, y in with_short_edges(sea['shape'].exterior.coords)]
        ring = [p for i, p in enumerate(ring) if i == 0 or p != ring[i - 1]]
        properties = {k: v for k, v in sea.items() if k != 'shape'}
        rows.append('{"type": "Feature", "properties": ' + json.dumps(properties, ensure_ascii=False) +
                    ',\n "geometry": ' + json.dumps({'type': 'Polygon', 'coordinates': [ring]}) + '}')
    with open(seas_path, 'w', encoding='utf-8') as file:
        file.write('{"type": "FeatureCollection", "features": [\n' + ',\n'.join(rows) + '\n]}\n')


if __name__ == '__main__':
    main(*sys.argv[1:])
