find_program(FLATC flatc REQUIRED)

add_library(codec_samples STATIC codec_samples.cpp)
target_link_libraries(codec_samples PUBLIC billtrail_codec billtrail_json)

billtrail_test(eventstore_codec_test LIBS codec_samples SOURCES
  codec_round_trip_test.cpp
  codec_entities_test.cpp
  codec_damage_test.cpp
  codec_golden_test.cpp)
set_tests_properties(eventstore_codec_test PROPERTIES TIMEOUT 300)

billtrail_test(eventstore_schema_test LIBS codec_samples SOURCES codec_schema_test.cpp codec_flatc_test.cpp)
target_compile_definitions(eventstore_schema_test PRIVATE BILLTRAIL_FLATC="${FLATC}")
