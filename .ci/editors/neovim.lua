-- What is shown in the buffer, as a person would look at it; run by .ci/editor.
local function codes()
  local found = {}
  for _, one in ipairs(vim.diagnostic.get(0)) do
    local said = one.code or (one.user_data and one.user_data.lsp and one.user_data.lsp.code) or ''
    found[#found + 1] = tostring(said)
  end
  return found
end

local function has(code)
  return vim.tbl_contains(codes(), code)
end

local function fail(words)
  io.stdout:write(words .. ': ' .. table.concat(codes(), ' ') .. '\n')
  vim.cmd('cquit')
end

if not vim.wait(60000, function() return has('ITM002') and has('EXH003') end, 50) then fail('nothing is shown') end
io.stdout:write('shown: ' .. table.concat(codes(), ' ') .. '\n')

local place
for _, one in ipairs(vim.diagnostic.get(0)) do
  if one.message:find('Item 9.01', 1, true) then place = one end
end
vim.api.nvim_win_set_cursor(0, { place.lnum + 1, place.col })
local answers = vim.lsp.buf_request_sync(0, 'textDocument/hover', vim.lsp.util.make_position_params(), 20000)
local page = ''
for _, answer in pairs(answers or {}) do page = page .. ((answer.result or {}).contents or {}).value end
if not page:find('**Remedy:**', 1, true) then fail('nothing beside the pointer') end
io.stdout:write('pointed\n')

-- The item is struck out: the finding goes, before anything is saved.
local line = vim.api.nvim_buf_get_lines(0, place.lnum, place.lnum + 1, false)[1]
vim.api.nvim_buf_set_lines(0, place.lnum, place.lnum + 1, false, { (line:gsub('Item 9.01', 'Exhibits')) })
if not vim.wait(60000, function() return not has('ITM002') end, 50) then fail('what was mended is still shown') end
io.stdout:write('mended\n')
vim.cmd('qall!')
