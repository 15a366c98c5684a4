# Tests of the command line: what it reads out of answers, and its verbs against the real server.
billtrail_test(test_cli
  LIBS billtrail_cli billtrail_json billtrail_zones
  SOURCES
    ${CMAKE_CURRENT_LIST_DIR}/cli/test_answers.cpp)

billtrail_test(test_cli_live
  LIBS billtrail_test_client Boost::json
  SOURCES
    ${CMAKE_CURRENT_LIST_DIR}/cli/test_verbs.cpp)

# Real time logs beside the checkout, where there are any: a small part of them always, all of them in the longer mode.
set(real_data ${CMAKE_SOURCE_DIR}/../shared/data)
foreach(file cesaw-organisation-d-autumn-2012.csv cesaw-toggl.csv.xz)
  if(NOT EXISTS ${real_data}/${file} OR NOT TARGET billtrail OR (file MATCHES "xz$" AND NOT DEFINED ENV{BILLTRAIL_LONG}))
    continue()
  endif()
  string(REGEX REPLACE "[.].*" "" name real_data_${file})
  add_test(NAME ${name} COMMAND node ${CMAKE_CURRENT_LIST_DIR}/cli/real_data.mjs $<TARGET_FILE:billtrail> ${real_data}/${file})
  set_tests_properties(${name} PROPERTIES TIMEOUT 900)
endforeach()
