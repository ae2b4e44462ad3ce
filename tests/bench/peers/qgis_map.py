"""Draws land and borders with QGIS: Natural Earth 1:10m, LAEA centred on 135E 15N, 13,000 km wide, 2400x1350."""
import sys
from qgis.core import (QgsApplication, QgsCoordinateReferenceSystem, QgsMapRendererParallelJob, QgsMapSettings, QgsProject,
                       QgsRectangle, QgsVectorLayer)
from qgis.PyQt.QtCore import QSize
from qgis.PyQt.QtGui import QColor

data, out = sys.argv[1:3]
application = QgsApplication([], False)
application.initQgis()
land = QgsVectorLayer(data + "/land.shp", "land", "ogr")
borders = QgsVectorLayer(data + "/borders.shp", "borders", "ogr")
assert land.isValid() and borders.isValid()
land.renderer().symbol().setColor(QColor(242, 240, 228))
settings = QgsMapSettings()
settings.setLayers([borders, land])
settings.setOutputSize(QSize(2400, 1350))
settings.setDestinationCrs(QgsCoordinateReferenceSystem.fromProj("+proj=laea +lat_0=15 +lon_0=135"))
settings.setTransformContext(QgsProject.instance().transformContext())
settings.setExtent(QgsRectangle(-6.5e6, -3.65625e6, 6.5e6, 3.65625e6))
settings.setBackgroundColor(QColor(217, 235, 247))
job = QgsMapRendererParallelJob(settings)
job.start()
job.waitForFinished()
assert job.renderedImage().save(out)
