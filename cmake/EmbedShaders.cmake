# cmake -D OUTPUT=file.cpp -D "FILES=a.vert;b.frag" -P EmbedShaders.cmake
set(text "#include \"render/shader_source.h\"\n\nnamespace cordon::render {\n\nconst std::vector<EmbeddedShader>& embeddedShaders() {\n  static const std::vector<EmbeddedShader> shaders{\n")
foreach(file ${FILES})
  get_filename_component(name ${file} NAME)
  file(READ ${file} content)
  string(APPEND text "      {\"${name}\", R\"GLSL(${content})GLSL\"},\n")
endforeach()
string(APPEND text "  };\n  return shaders;\n}\n\n}  // namespace cordon::render\n")
file(WRITE ${OUTPUT} "${text}")
