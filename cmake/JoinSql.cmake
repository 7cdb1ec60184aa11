# Joins SQL files into one extension script: -DOUTPUT=file -DSOURCE_DIR=dir -DPARTS=a.sql,b.sql.
#
# A line `-- @include part.sql` stands for the whole of that file, so that an upgrade script can take
# over what is new without a second copy of it.
string(REPLACE "," ";" parts "${PARTS}")
set(script "\\echo Use \"CREATE EXTENSION pggit\" to load this file. \\quit\n")
foreach(part IN LISTS parts)
  file(READ ${SOURCE_DIR}/${part} text)
  string(REGEX MATCHALL "-- @include [^\n]+" directives "${text}")
  foreach(directive IN LISTS directives)
    string(REPLACE "-- @include " "" included "${directive}")
    file(READ ${SOURCE_DIR}/${included} body)
    string(REPLACE "${directive}\n" "${body}" text "${text}")
  endforeach()
  string(APPEND script "\n${text}")
endforeach()
file(WRITE ${OUTPUT} "${script}")
