# cordon_add_library(NAME [SOURCES ...] [PUBLIC targets...] [PRIVATE targets...])
#
# One library a folder of src/: target cordon_NAME, alias cordon::NAME, included as "NAME/file.h".
# Without SOURCES every .cpp file of the folder belongs to it.
function(cordon_add_library name)
  cmake_parse_arguments(arg "" "" "SOURCES;PUBLIC;PRIVATE" ${ARGN})
  if(NOT arg_SOURCES)
    file(GLOB_RECURSE arg_SOURCES CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*.cpp)
  endif()
  add_library(cordon_${name} STATIC ${arg_SOURCES})
  add_library(cordon::${name} ALIAS cordon_${name})
  target_include_directories(cordon_${name} PUBLIC ${PROJECT_SOURCE_DIR}/src)
  target_link_libraries(cordon_${name} PUBLIC ${arg_PUBLIC} PRIVATE cordon::options ${arg_PRIVATE})
endfunction()

# cordon_add_test(NAME SOURCES ... [LINK targets...])
#
# A GoogleTest program cordon_test_NAME; every case in it becomes a CTest test. It lies beside the program, so that it
# finds the data where the program does.
function(cordon_add_test name)
  cmake_parse_arguments(arg "" "" "SOURCES;LINK" ${ARGN})
  add_executable(cordon_test_${name} ${arg_SOURCES})
  set_target_properties(cordon_test_${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR}/bin)
  target_include_directories(cordon_test_${name} PRIVATE ${PROJECT_SOURCE_DIR}/tests)
  target_compile_definitions(cordon_test_${name} PRIVATE CORDON_SOURCE_DIR="${PROJECT_SOURCE_DIR}"
                                                         CORDON_BINARY_DIR="${PROJECT_BINARY_DIR}")
  target_link_libraries(cordon_test_${name} PRIVATE cordon::options ${arg_LINK} GTest::gtest GTest::gmock GTest::gtest_main)
  include(GoogleTest)
  gtest_discover_tests(cordon_test_${name} TEST_PREFIX "${name}." DISCOVERY_MODE PRE_TEST NO_PRETTY_VALUES
                       PROPERTIES LABELS "${name}" ${CORDON_TEST_ENVIRONMENT})
endfunction()
