# cmake --install and cpack -G DEB: the program, its data in share/theatrum (laid out as in the source tree), a desktop
# file and a man page.
install(TARGETS theatrum RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(DIRECTORY geo/data DESTINATION ${CMAKE_INSTALL_DATADIR}/theatrum/geo PATTERN make EXCLUDE)
install(DIRECTORY render/themes render/words DESTINATION ${CMAKE_INSTALL_DATADIR}/theatrum/render)
install(DIRECTORY assets/scenarios DESTINATION ${CMAKE_INSTALL_DATADIR}/theatrum/assets)
install(FILES app/theatrum.desktop DESTINATION ${CMAKE_INSTALL_DATADIR}/applications)
install(FILES app/theatrum.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
install(FILES LICENSE README.md CHANGELOG.md DESTINATION ${CMAKE_INSTALL_DOCDIR})

set(CPACK_PACKAGE_NAME theatrum)
set(CPACK_PACKAGE_CONTACT "The Theatrum authors <theatrum@example.org>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY ${PROJECT_DESCRIPTION})
set(CPACK_DEBIAN_PACKAGE_SECTION science)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_DEPENDS "fonts-inter, fonts-noto-cjk, proj-data")
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_STRIP_FILES ON)
include(CPack)
