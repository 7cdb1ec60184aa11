# shellcheck shell=bash
# A change, and its history
#
# pggit.init() recorded the schema as the first commit. A change is seen, recorded as the next one,
# and looked at with git's words.
show psql -q -c 'ALTER TABLE customers ADD COLUMN phone text'
show pggit status
show pggit commit -m 'customers: add phone'
show pggit --no-pager log --oneline
show pggit --no-pager show
