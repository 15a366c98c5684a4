# Tests of the importers.
billtrail_test(test_importers
  LIBS billtrail_importers billtrail_json billtrail_zones Boost::json
  SOURCES
    ${CMAKE_CURRENT_LIST_DIR}/importers/test_csv.cpp
    ${CMAKE_CURRENT_LIST_DIR}/importers/test_fields.cpp
    ${CMAKE_CURRENT_LIST_DIR}/importers/test_toggl.cpp
    ${CMAKE_CURRENT_LIST_DIR}/importers/test_plan.cpp
    ${CMAKE_CURRENT_LIST_DIR}/importers/test_run_import.cpp)
