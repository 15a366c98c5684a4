billtrail_test(gateway_json_test LIBS billtrail_json SOURCES
  json_document_test.cpp
  json_reader_test.cpp
  json_kernel_types_test.cpp
  json_writer_test.cpp
  json_commands_test.cpp)
