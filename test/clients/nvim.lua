-- What somebody sees who edits with Neovim and its own client, as JSON: asked by nvim.test.mjs, which names the file in the environment.
local file = vim.env.PEAPOD_FILE
local seen = {}

local function until_true(what, condition)
  if not vim.wait(8000, condition, 20) then
    error('waited in vain for ' .. what)
  end
end

local function diagnostics()
  return vim.tbl_map(function(one)
    return { line = one.lnum + 1, column = one.col, code = one.code, message = one.message, severity = one.severity }
  end, vim.diagnostic.get(0))
end

--- Of a floating window, which is how Neovim shows a hover.
local function floating()
  for _, window in ipairs(vim.api.nvim_list_wins()) do
    if vim.api.nvim_win_get_config(window).relative ~= '' then
      return table.concat(vim.api.nvim_buf_get_lines(vim.api.nvim_win_get_buf(window), 0, -1, false), '\n')
    end
  end
end

local function ask(method, line, column)
  vim.api.nvim_win_set_cursor(0, { line, column })
  local answers = vim.lsp.buf_request_sync(0, method, vim.lsp.util.make_position_params(), 5000)
  for _, answer in pairs(answers or {}) do
    return answer.result
  end
end

local ok, fault = pcall(function()
  -- The ones that can be had here do not have it yet: what is called, and with what.
  local known = { vim.lsp.config, vim.lsp.enable }
  seen.newer = {}
  vim.lsp.config = function(name, config) seen.newer[name] = config end
  vim.lsp.enable = function(name) seen.newer.enabled = name end
  vim.cmd('luafile ' .. vim.fn.fnameescape(vim.env.HOME .. '/newer.lua'))
  vim.lsp.config, vim.lsp.enable = known[1], known[2]

  vim.cmd('luafile ' .. vim.fn.fnameescape(vim.env.HOME .. '/init.lua'))
  vim.cmd('edit ' .. vim.fn.fnameescape(file))
  until_true('the client', function() return #vim.lsp.get_active_clients() > 0 end)
  local client = vim.lsp.get_active_clients()[1].id
  until_true('diagnostics', function() return #vim.diagnostic.get(0) > 0 end)
  seen.first = diagnostics()

  vim.api.nvim_win_set_cursor(0, { 6, 4 })
  vim.lsp.buf.hover()
  until_true('a hover', function() return floating() ~= nil end)
  seen.hover = floating()

  local list = ask('textDocument/completion', 10, 4)
  seen.completion = vim.tbl_map(function(item) return item.label end, list.items or list)

  -- Behind letters that are several bytes, and one that is two UTF-16 units.
  local start = vim.api.nvim_buf_get_lines(0, 6, 7, false)[1]:find('imagee', 1, true) - 1
  vim.api.nvim_buf_set_text(0, 6, start, 6, start + 6, { 'image' })
  until_true('what was mended to be gone', function() return #vim.diagnostic.get(0) == 0 end)
  seen.isMended = true
  vim.lsp.stop_client(client)
  until_true('the server to end', function() return vim.lsp.client_is_stopped(client) end)
end)

seen.fault = not ok and fault or nil
vim.fn.writefile({ vim.fn.json_encode(seen) }, vim.env.PEAPOD_SEEN)
vim.cmd('qall!')
