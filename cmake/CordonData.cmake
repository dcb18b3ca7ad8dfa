# Lays the build folder out like an installed tree, bin/ beside share/cordon/, and installs the data.
#
# assets/ is one link to the source tree. geodata/ is a real folder with a link for each committed file that the program
# reads, so that the packs that the build makes of the others can lie beside them.
set(CORDON_DATA_DIR ${PROJECT_BINARY_DIR}/share/cordon)
set(CORDON_GEODATA_DIR ${CORDON_DATA_DIR}/geodata)
file(MAKE_DIRECTORY ${CORDON_GEODATA_DIR})
file(CREATE_LINK ${PROJECT_SOURCE_DIR}/assets ${CORDON_DATA_DIR}/assets SYMBOLIC)

file(GLOB_RECURSE links LIST_DIRECTORIES false ${CORDON_GEODATA_DIR}/*)
foreach(link ${links})
  if(IS_SYMLINK ${link} AND NOT EXISTS ${link})
    file(REMOVE ${link})
  endif()
endforeach()
file(GLOB_RECURSE committed RELATIVE ${PROJECT_SOURCE_DIR}/geodata CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/geodata/*)
list(FILTER committed EXCLUDE REGEX "[.](fgb|tif)$")
foreach(file ${committed})
  cmake_path(GET file PARENT_PATH folder)
  file(MAKE_DIRECTORY ${CORDON_GEODATA_DIR}/${folder})
  file(CREATE_LINK ${PROJECT_SOURCE_DIR}/geodata/${file} ${CORDON_GEODATA_DIR}/${file} SYMBOLIC)
endforeach()

# The program looks in ../share/cordon beside itself, whatever the prefix: the tree can be moved.
install(DIRECTORY ${PROJECT_SOURCE_DIR}/assets DESTINATION share/cordon)
foreach(file ${committed})
  cmake_path(GET file PARENT_PATH folder)
  install(FILES ${PROJECT_SOURCE_DIR}/geodata/${file} DESTINATION share/cordon/geodata/${folder})
endforeach()
install(CODE "
  file(GLOB_RECURSE produced RELATIVE \"${CORDON_GEODATA_DIR}\" \"${CORDON_GEODATA_DIR}/*\")
  foreach(file \${produced})
    if(NOT IS_SYMLINK \"${CORDON_GEODATA_DIR}/\${file}\")
      cmake_path(GET file PARENT_PATH folder)
      file(INSTALL \"${CORDON_GEODATA_DIR}/\${file}\" DESTINATION \"\${CMAKE_INSTALL_PREFIX}/share/cordon/geodata/\${folder}\")
    endif()
  endforeach()")
