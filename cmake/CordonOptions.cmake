# cordon::options carries warnings, sanitizers and coverage to every target of the project.
option(CORDON_WARNINGS_AS_ERRORS "Treat warnings as errors" OFF)
set(CORDON_SANITIZE "" CACHE STRING "Sanitizers, e.g. address,undefined or thread")
option(CORDON_COVERAGE "Instrument for gcov" OFF)

add_library(cordon_options INTERFACE)
add_library(cordon::options ALIAS cordon_options)
target_compile_options(cordon_options INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Wold-style-cast
  -Wcast-align -Woverloaded-virtual -Wnull-dereference -Wdouble-promotion -Wformat=2 -Wimplicit-fallthrough)
if(CORDON_WARNINGS_AS_ERRORS)
  target_compile_options(cordon_options INTERFACE -Werror)
endif()
if(CORDON_SANITIZE)
  # Instrumented, g++ takes parts of its own <regex> for uninitialised.
  add_compile_options(-fsanitize=${CORDON_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer
                      $<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized>)
  add_link_options(-fsanitize=${CORDON_SANITIZE})
  set(CORDON_TEST_ENVIRONMENT
      ENVIRONMENT "LSAN_OPTIONS=print_suppressions=0:suppressions=${PROJECT_SOURCE_DIR}/cmake/lsan.supp")
endif()
if(CORDON_COVERAGE)
  add_compile_options(--coverage -O0)
  add_link_options(--coverage)
endif()

find_program(CORDON_CCACHE ccache)
if(CORDON_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CORDON_CCACHE})
endif()
