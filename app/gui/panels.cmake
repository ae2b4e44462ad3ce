# The panels and most dialogs. They use Dear ImGui and the session but not SFML, so their tests need neither a window nor
# a display.
theatrum_library(app_panels
    SOURCES
        panels/widgets.cpp
        panels/timeline/lanes.cpp panels/timeline/time_words.cpp panels/timeline/timeline_panel.cpp
        panels/assets_panel.cpp panels/inspector_panel.cpp panels/layers_panel.cpp panels/problems_panel.cpp
        dialogs/copy_command.cpp dialogs/file_dialog.cpp dialogs/paste_dialog.cpp panels/live/alerts_section.cpp panels/live/contacts_table.cpp panels/live/quit_dialog.cpp
        panels/live/target_card.cpp panels/live/freeze_dialog.cpp panels/live/live_panel.cpp
        panels/search_panel.cpp panels/menu.cpp panels/hints.cpp
        panels/add_fix_dialog.cpp panels/save_copy_dialog.cpp panels/about_dialog.cpp panels/shortcuts_dialog.cpp
        panels/manual_dialog.cpp
    USES app_session_models app_session_paste app_manual
    NEEDS app_figure render_map render_map_furniture PkgConfig::imgui PkgConfig::pango fmt::fmt
)
target_compile_definitions(app_panels PRIVATE THEATRUM_VERSION="${PROJECT_VERSION}")
