# Sourced by scripts/run and scripts/test.

# build PRESET: configures where needed and builds; what CMake and Ninja say is shown only when they fail.
build() {
  mkdir -p "build/$1"
  log="build/$1/build.log"
  configured=build/$1/build.ninja
  [ -e "$configured" ] || echo "Building build/$1 (a first build takes some minutes; log: $log)"
  # Ninja configures again by itself where a CMakeLists.txt changed; it does not know the presets.
  if ! { [ -e "$configured" ] && [ ! CMakePresets.json -nt "$configured" ] || cmake --preset "$1"; } >"$log" 2>&1 </dev/null ||
    ! cmake --build --preset "$1" >>"$log" 2>&1 </dev/null; then
    grep -E -A8 'error:|warning:|CMake Error|FAILED|undefined reference' "$log" | head -n 60 >&2
    echo "The build failed; all of its output is in $log." >&2
    exit 1
  fi
}
