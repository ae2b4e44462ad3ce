# The panels: everything in the window that is not the map. They know Dear ImGui and the session, not SFML.
set(panel_sources
    panels/widgets.cpp
    panels/timeline/time_words.cpp panels/timeline/lanes.cpp
    panels/timeline/timeline_panel.cpp
    panels/assets_panel.cpp panels/inspector_panel.cpp panels/layers_panel.cpp panels/problems_panel.cpp
    panels/search_panel.cpp panels/menu.cpp panels/hints.cpp
    panels/add_report_dialog.cpp panels/about_dialog.cpp panels/shortcuts_dialog.cpp
)
list(TRANSFORM panel_sources PREPEND ${CMAKE_CURRENT_LIST_DIR}/)
