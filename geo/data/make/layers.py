"""Writes FlatGeobuf layers with one polygon or one line per feature, so that the spatial index helps.

The files name no coordinate system (it is WGS 84, longitude first): GDAL would look it up in PROJ's database whenever a
map is drawn, which takes longer than reading the map.
"""
import os

from osgeo import ogr


def parts(geometry, kind):
    """The pieces of a shapely geometry that are of the kind 'Polygon' or 'LineString'."""
    if geometry.geom_type == kind:
        if not geometry.is_empty:
            yield geometry
    elif hasattr(geometry, 'geoms'):
        for piece in geometry.geoms:
            yield from parts(piece, kind)


def _create(path, name, geometry_type, fields):
    if os.path.exists(path):
        os.remove(path)
    dataset = ogr.GetDriverByName('FlatGeobuf').CreateDataSource(path)
    layer = dataset.CreateLayer(name, None, geometry_type)
    for field, field_type in fields.items():
        layer.CreateField(ogr.FieldDefn(field, field_type))
    return dataset, layer


def _add(layer, shape, values):
    feature = ogr.Feature(layer.GetLayerDefn())
    for field, value in values.items():
        feature[field] = value
    feature.SetGeometry(ogr.CreateGeometryFromWkb(shape.wkb))
    layer.CreateFeature(feature)


def write_polygons(path, name, polygons):
    dataset, layer = _create(path, name, ogr.wkbPolygon, {})
    count = 0
    for polygon in polygons:
        _add(layer, polygon, {})
        count += 1
    del layer, dataset
    print(f'{path}: {count} polygons, {os.path.getsize(path)} bytes')


def write_borders(path, name, borders):
    """`borders`: (line, disputed, policy id) triples."""
    dataset, layer = _create(path, name, ogr.wkbLineString, {'disputed': ogr.OFTInteger, 'policy': ogr.OFTString})
    count = 0
    for line, disputed, policy in borders:
        _add(layer, line, {'disputed': int(disputed), 'policy': policy})
        count += 1
    del layer, dataset
    print(f'{path}: {count} lines, {os.path.getsize(path)} bytes')


def write_countries(path, name, countries):
    """`countries`: (ISO code, polygon) pairs."""
    dataset, layer = _create(path, name, ogr.wkbPolygon, {'iso': ogr.OFTString})
    count = 0
    for iso, polygon in countries:
        _add(layer, polygon, {'iso': iso})
        count += 1
    del layer, dataset
    print(f'{path}: {count} polygons, {os.path.getsize(path)} bytes')
